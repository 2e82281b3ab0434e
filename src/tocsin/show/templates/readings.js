(function () {
  var indexes = new WeakMap(), lit = [], told = document.getElementById("told");
  document.documentElement.classList.add("js");

  function each(list, act) { (list ? list.split(" ") : []).forEach(act); }

  // What stands on which claim or layer item, made once for a report when it is first pointed at.
  function index(sheet) {
    var found = indexes.get(sheet);
    if (found) return found;
    found = {};
    function at(key) {
      return found[key] || (found[key] = { quote: [], parts: [], seen: [], cards: [] });
    }
    sheet.querySelectorAll("[data-c],[data-s],[data-l],[data-n]").forEach(function (el) {
      each(el.dataset.c, function (key) { at(key).quote.push(el); });
      each(el.dataset.s, function (part) {
        var halves = part.split(":");
        at(halves[0]).parts.push([el, halves[1]]);
      });
      each(el.dataset.l, function (key) { at(key).seen.push(el); });
      if (el.dataset.n) at(el.dataset.n).cards.push(el);
    });
    indexes.set(sheet, found);
    return found;
  }

  function mark(el, name) { el.classList.add(name); lit.push([el, name]); }

  function clear() {
    lit.forEach(function (pair) {
      pair[0].classList.remove(pair[1]);
      pair[0].removeAttribute("data-label");
    });
    lit = [];
    told.hidden = true;
  }

  function claim(found, key) {
    var it = found[key];
    if (!it) return;
    it.quote.forEach(function (el) { mark(el, "lit"); });
    it.cards.forEach(function (el) { mark(el, "lit"); });
    it.parts.forEach(function (part) {
      mark(part[0], "part");
      if (part[1]) {
        var before = part[0].getAttribute("data-label");
        part[0].setAttribute("data-label", before ? before + ", " + part[1] : part[1]);
      }
    });
  }

  function near(found, key) {
    (found[key] ? found[key].cards : []).forEach(function (el) { mark(el, "near"); });
  }

  function numbers(el) {
    if (el.dataset.c) return el.dataset.c.split(" ");
    var own = [];
    each(el.dataset.s, function (part) { own.push(part.split(":")[0]); });
    return own;
  }

  // Of the layers that are switched on, what is known of the words pointed at.
  function tell(sheet, keys) {
    var lines = [];
    each(keys, function (key) {
      var row = document.getElementById(sheet.id + "-" + key);
      var layer = row && row.closest("table").dataset.layer;
      if (!layer || !document.getElementById("show-" + layer).checked) return;
      var cells = Array.prototype.map.call(row.cells, function (cell) { return cell.textContent; });
      lines.push(layer + ": " + cells.filter(Boolean).join(" · "));
    });
    told.textContent = lines.join("\n");
    told.hidden = !lines.length;
  }

  function point(event) {
    var el = event.target.closest && event.target.closest("[data-n],[data-c],[data-s],[data-l],[data-k]");
    var sheet = el && el.closest(".sheet");
    clear();
    if (!sheet) return;
    var found = index(sheet);
    if (el.dataset.n) { claim(found, el.dataset.n); return; }
    if (el.dataset.k) {
      mark(el, "pointed");
      (found[el.dataset.k] || { seen: [] }).seen.forEach(function (one) { mark(one, "pointed"); });
      return;
    }
    numbers(el).forEach(function (key, n) { (n ? near : claim)(found, key); });
    tell(sheet, el.dataset.l);
  }

  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("focusout", clear);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") clear(); });
})();
