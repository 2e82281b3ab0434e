(function () {
  var form = document.getElementById("filter");
  if (!form) return;
  var lines = Array.prototype.slice.call(document.querySelectorAll(".line"));
  var told = document.getElementById("told");
  function fits(line) {
    var words = form.words.value.trim().toLowerCase();
    return (!form.type.value || line.dataset.type === form.type.value) &&
      (!form.status.value || line.dataset.status === form.status.value) &&
      (!words || line.textContent.toLowerCase().indexOf(words) >= 0);
  }
  function apply() {
    var shown = 0;
    lines.forEach(function (line) { line.hidden = !fits(line); shown += line.hidden ? 0 : 1; });
    document.querySelectorAll("section.lines").forEach(function (section) {
      section.hidden = !section.querySelector(".line:not([hidden])");
    });
    document.querySelectorAll(".more").forEach(function (more) {
      var left = more.querySelectorAll(".line:not([hidden])").length;
      more.hidden = !left;
      more.open = shown < lines.length;
    });
    told.textContent = shown === lines.length ? "" : shown + " of " + lines.length + " lines";
  }
  function open() {
    var line = location.hash && document.getElementById(location.hash.slice(1));
    if (line && line.tagName === "DETAILS") {
      line.open = true;
      if (line.parentNode.className === "more") line.parentNode.open = true;
      line.scrollIntoView();
    }
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", open);
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll(".more:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (part) { part.open = false; });
  });
  open();
})();
