// The answers of a form: which boxes belong to which question, and what stands in them.

const HIDDEN = /\/(version|shown|theirs|asked|their-text)(\/|$)/;

export class Answers {
  constructor(form) {
    this.form = form;
  }

  /** The ids of the questions that the form holds: each has a hidden version. */
  get questions() {
    return [...this.form.elements].filter((box) => /^[^/]+\/version$/.test(box.name)).map((box) => box.name.split('/')[0]);
  }

  /** The fields of a question as a post would send them, its hidden ones too. */
  fields(question) {
    return [...new FormData(this.form)].filter(([name]) => this.questionOf(name) === question).map(([name, value]) => [name, String(value)]);
  }

  /** What a person typed into a question's boxes, as one text to compare. */
  typed(question) {
    return JSON.stringify(this.fields(question).filter(([name]) => !HIDDEN.test(name)));
  }

  questionOf(name) {
    const first = name.split('/')[0];
    if (this.hidden(first, 'version')) return first;
    const date = first.replace(/-(day|month|year)$/, '');
    return this.hidden(date, 'version') ? date : null;
  }

  hidden(question, name) {
    return this.form.elements.namedItem(`${question}/${name}`);
  }

  /** Notes what the server has by now, so that the next save is based on it. */
  saved({ question, version, shown }) {
    const [versionBox, shownBox, comment] = [this.hidden(question, 'version'), this.hidden(question, 'shown'), this.hidden(question, 'comment/shown')];
    if (versionBox) versionBox.value = version;
    if (shownBox && shown !== undefined) shownBox.value = shown;
    if (comment) comment.value = this.hidden(question, 'comment')?.value ?? '';
  }

  /** Puts typed fields back into their boxes. */
  restore(fields) {
    const byName = new Map();
    for (const [name, value] of fields) if (!HIDDEN.test(name)) byName.set(name, [...(byName.get(name) ?? []), value]);
    for (const box of this.form.elements) {
      if (!byName.has(box.name)) continue;
      if (box.type === 'checkbox' || box.type === 'radio') box.checked = byName.get(box.name).includes(box.value);
      else [box.value] = byName.get(box.name);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
