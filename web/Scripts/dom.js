// What the parts of the script share: looking things up, and the words that the page brings along.

export const all = (within, selector) => [...within.querySelectorAll(selector)];

const words = document.querySelector('[data-script-words]')?.dataset ?? {};

/** A sentence of the page's, with {0}, {1} filled in. */
export const say = (name, ...values) => (words[name] ?? '').replace(/\{(\d)\}/g, (_, at) => values[at] ?? '');

/** An element with a class, words and what else it has. */
export function make(tag, className, text, rest = {}) {
  const element = Object.assign(document.createElement(tag), { className, textContent: text, ...rest });
  return element;
}

/** Runs a function once nothing has happened for a while. */
export function later(wait, run) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
}

/** Lets the page's own listeners know that boxes were filled by the script. */
export const changed = (box) => box.dispatchEvent(new Event('input', { bubbles: true }));
