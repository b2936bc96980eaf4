/* “Dengarkan”: the browser reads the page aloud. Only an Indonesian voice that is installed on the device is used: one
   of a service would send the text away. Where there is none, nothing is shown. */
import { element, parts } from "./halaman.js";

const READ = "h1, h2, h3, p, li, dt, dd, blockquote";
const SKIPPED = "table, pre, form, nav, noscript, [hidden], [aria-hidden=true], .ppid-sunting, details:not([open])";
const WIDE = "(min-width: 56.25em)";

const speech = window.speechSynthesis;
const article = document.querySelector(".ppid-isi");

/** The voice of this device, or nothing. */
const voice = () => speech.getVoices().find(({ lang, localService }) => localService && /^id\b/i.test(lang));

/**
 * What is read, in the order of the page: each text once.
 * @param {Element} from
 */
function textsOf(from) {
  const blocks = parts(from, READ, HTMLElement).filter((one) => !one.closest(SKIPPED) && !one.querySelector(READ));
  return blocks.map((one) => (one.textContent ?? "").replace(/\s+/g, " ").replace(/#$/, "").trim()).filter(Boolean);
}

/** @param {Element} from */
function offer(from) {
  const button = element("button", { type: "button", className: "ppid-tombol ppid-tombol--sepi ppid-dengar" });
  const show = () => {
    const reading = speech.speaking || speech.pending;
    button.textContent = reading ? "Berhenti" : "Dengarkan";
  };
  button.addEventListener("click", () => {
    const reading = speech.speaking || speech.pending;
    speech.cancel();
    for (const text of reading ? [] : textsOf(from)) {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice() ?? null;
      said.lang = "id";
      said.addEventListener("end", show);
      speech.speak(said);
    }
    show();
  });
  show();
  /* Beside the way to the page where there is room; at its end on a phone, where it would push the answer down. */
  if (matchMedia(WIDE).matches) from.parentElement?.prepend(button);
  else from.querySelector(".ppid-sunting")?.before(button);
  addEventListener("pagehide", () => speech.cancel());
}

if (speech && article && document.documentElement.lang === "id") {
  const whenThere = () => {
    if (!voice() || document.querySelector(".ppid-dengar")) return;
    speech.removeEventListener?.("voiceschanged", whenThere);
    offer(article);
  };
  speech.addEventListener?.("voiceschanged", whenThere);
  whenThere();
}
