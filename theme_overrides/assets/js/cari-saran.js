/* Suggestions in a search box, as the combobox with a list of the ARIA Authoring Practices; ppid.js loads this when
   someone comes to the box. A <datalist> would be shorter, but Firefox on phones has none, and it stays small where
   the reader has made text large. */
import { loadTitles } from "./cari-mesin.js";
import { ROOT } from "./cari-muat.js";
import { element, exampleMark, FRONT } from "./halaman.js";

/** @typedef {import("./cari-kata.js").Words} Words */

class Suggestions {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLFormElement} form
   * @param {Words} words
   */
  constructor(input, form, words) {
    this.input = input;
    this.form = form;
    this.words = words;
    this.active = -1;
    this.list = element("ul", { id: `${input.id}-saran`, className: "ppid-saran" });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Saran kata");
    input.type = "text"; /* a searchbox cannot be a combobox */
    const state = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(state)) input.setAttribute(name, value);
    input.parentElement?.append(this.list);
    this.close();
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); /* the focus stays in the box */
    this.list.addEventListener("click", ({ target }) => {
      const item = target instanceof Element && target.closest("li");
      if (item) this.choose(item);
    });
  }

  show() {
    const items = this.words.suggestions(this.input.value).map(({ text, url, isExample }, i) => {
      const item = element("li", { id: `${this.list.id}-${i}`, textContent: text });
      if (isExample) item.append(" ", exampleMark());
      if (url) item.dataset.alamat = new URL(url + FRONT, ROOT).href;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    });
    this.list.replaceChildren(...items);
    this.open(items.length > 0 && document.activeElement === this.input);
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.active = -1;
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
  }

  /**
   * One further than the last is the box itself: nothing is chosen there.
   * @param {number} step
   */
  move(step) {
    const items = [...this.list.children];
    this.active = ((this.active + 1 + step + items.length + 1) % (items.length + 1)) - 1;
    items.forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === this.active));
    });
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", items[this.active].id);
    items[this.active]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (this.list.hidden && event.key === "ArrowDown") this.show();
    if (this.list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.list.children[this.active]);
    else return;
    event.preventDefault();
  }

  /**
   * A title leads to its page, words are asked for.
   * @param {Element} item
   */
  choose(item) {
    this.close();
    if (item instanceof HTMLElement && item.dataset.alamat) {
      location.href = item.dataset.alamat;
      return;
    }
    this.input.value = item.textContent ?? "";
    this.form.requestSubmit();
  }
}

/** @param {HTMLInputElement} input */
export async function offer(input) {
  if (input.dataset.saran || !input.form) return;
  input.dataset.saran = "dimuat";
  const words = await loadTitles();
  const typed = input.value !== input.defaultValue;
  const suggestions = new Suggestions(input, input.form, words);
  if (typed) suggestions.show();
}
