(function () {
  var indexes = new WeakMap(), lit = [], told = document.getElementById("told");
  document.documentElement.classList.add("js");

  function each(list, act) { (list ? list.split(" ") : []).forEach(act); }

  // All that belongs to a claim or a layer item of a report, looked for when it is first pointed at.
  function of(sheet, key) {
    var known = indexes.get(sheet);
    if (!known) indexes.set(sheet, known = {});
    if (known[key]) return known[key];
    var found = known[key] = { quote: [], parts: [], seen: [], cards: [] };
    var own = ['[data-n="K"]', '[data-c~="K"]', '[data-s^="K:"]', '[data-s*=" K:"]', '[data-l~="K"]'];
    sheet.querySelectorAll(own.join().replace(/K/g, key)).forEach(function (el) {
      each(el.dataset.c, function (one) { if (one === key) found.quote.push(el); });
      each(el.dataset.s, function (part) {
        var halves = part.split(":");
        if (halves[0] === key) found.parts.push([el, halves[1]]);
      });
      each(el.dataset.l, function (one) { if (one === key) found.seen.push(el); });
      if (el.dataset.n === key) found.cards.push(el);
    });
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

  function claim(sheet, key) {
    var it = of(sheet, key);
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

  function near(sheet, key) {
    of(sheet, key).cards.forEach(function (el) { mark(el, "near"); });
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
    if (el.dataset.n) { claim(sheet, el.dataset.n); return; }
    if (el.dataset.k) {
      mark(el, "pointed");
      of(sheet, el.dataset.k).seen.forEach(function (one) { mark(one, "pointed"); });
      return;
    }
    numbers(el).forEach(function (key, n) { (n ? near : claim)(sheet, key); });
    tell(sheet, el.dataset.l);
  }

  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("focusout", clear);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") clear(); });
})();
