// The answers of a form: which boxes belong to which question, and what stands in them.

const HIDDEN = /\/(version|shown|theirs|asked|their-text)(\/|$)/;

/** What a person typed into a question's boxes, as one text to compare. */
export const typed = (fields) => JSON.stringify(fields.filter(([name]) => !HIDDEN.test(name)));

export class Answers {
  constructor(form) {
    this.form = form;
    // Each question has a hidden version; a page's questions stay what they are.
    this.questions = [...form.elements].map((box) => /^([^/]+)\/version$/.exec(box.name)?.[1]).filter(Boolean);
    this.known = new Set(this.questions);
  }

  /** The fields of every question as a post would send them, the hidden ones too. */
  read() {
    const fields = new Map(this.questions.map((question) => [question, []]));
    for (const [name, value] of new FormData(this.form)) fields.get(this.questionOf(name))?.push([name, String(value)]);
    return fields;
  }

  questionOf(name) {
    const [first] = name.split('/');
    return this.known.has(first) ? first : first.replace(/-(day|month|year)$/, '');
  }

  /** Notes what the server has by now, so that the next save is based on it. */
  saved({ question, version, shown }, sent) {
    this.note(`${question}/version`, version);
    this.note(`${question}/shown`, shown);
    const comment = sent.find(([name]) => name === `${question}/comment`);
    if (comment) this.note(`${question}/comment/shown`, comment[1]);
  }

  note(name, value) {
    let box = this.form.elements.namedItem(name);
    if (!box) {
      box = Object.assign(document.createElement('input'), { type: 'hidden', name });
      this.form.append(box);
    }
    box.value = value;
  }

  /** Puts typed fields back into their boxes. */
  restore(fields) {
    const byName = new Map();
    for (const [name, value] of fields) if (!HIDDEN.test(name)) byName.set(name, [...(byName.get(name) ?? []), value]);
    for (const box of this.form.elements) {
      if (!byName.has(box.name)) continue;
      if (box.type === 'checkbox' || box.type === 'radio') box.checked = byName.get(box.name).includes(box.value);
      else [box.value] = byName.get(box.name);
      for (const kind of ['input', 'change']) box.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
}
