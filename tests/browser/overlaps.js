/* Texts that lie over one another, as “one × other”. A browser gives no boxes for the labels that styles add (::before),
   so each stands as text in its place while this looks. */
() => {
  /* All is read before anything is written: after each change the browser would lay out the page again. */
  const labels = [];
  for (const owner of document.body.querySelectorAll("td, th, li, dt, dd, a, p, span")) {
    const label = getComputedStyle(owner, "::before");
    const [, text] = /^"(.*\w.*)"$/.exec(label.content.split(" / ")[0]) ?? [];
    if (!text) continue;
    const span = document.createElement("span");
    span.textContent = text;
    for (const name of ["display", "position", "whiteSpace", "overflowWrap", "fontSize", "fontWeight"]) {
      span.style[name] = label[name];
    }
    labels.push([owner, span]);
  }
  for (const [owner, span] of labels) {
    owner.prepend(span);
    owner.classList.add("label-ditulis");
  }
  const without = new CSSStyleSheet();
  without.replaceSync(".label-ditulis::before { content: none !important; }");
  document.adoptedStyleSheets = [without];

  /* What an ancestor that scrolls or clips leaves of a text; nothing of what only a screen reader has. */
  const boundsOf = (element) => {
    const bounds = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.visibility !== "visible" || style.clipPath !== "none") return null;
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const box = one.getBoundingClientRect();
      bounds.left = Math.max(bounds.left, box.left);
      bounds.top = Math.max(bounds.top, box.top);
      bounds.right = Math.min(bounds.right, box.right);
      bounds.bottom = Math.min(bounds.bottom, box.bottom);
    }
    return bounds;
  };

  const known = new Map();
  const boundsIn = (element) => {
    if (!known.has(element)) known.set(element, boundsOf(element));
    return known.get(element);
  };

  const boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, noscript, svg") || !parent.checkVisibility()) continue;
    const bounds = boundsIn(parent);
    if (!bounds) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const left = Math.max(box.left, bounds.left), right = Math.min(box.right, bounds.right);
      const top = Math.max(box.top, bounds.top), bottom = Math.min(box.bottom, bounds.bottom);
      if (right - left > 1 && bottom - top > 1) boxes.push({ node, left, right, top, bottom });
    }
  }
  boxes.sort((a, b) => a.top - b.top);

  const found = new Set();
  for (const [i, a] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom; j++) {
      const b = boxes[j];
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - b.top;
      /* lines that follow each other touch by less than half their height */
      const deep = height > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
      if (a.node !== b.node && width > 2 && deep) found.add(`${a.node.data.trim()} × ${b.node.data.trim()}`);
    }
  }

  document.adoptedStyleSheets = [];
  for (const [owner, span] of labels) {
    span.remove();
    owner.classList.remove("label-ditulis");
    if (!owner.classList.length) owner.removeAttribute("class");
  }
  return [...found];
}
