// A copy of what is typed and not saved, in this tab only, so that it can be put back where the browser went away meanwhile.
import { make, say } from './dom.js';

const PREFIX = 'answers ';

export class Copy {
  constructor(form, answers) {
    this.answers = answers;
    this.owner = `${PREFIX}${form.dataset.owner ?? ''} `;
    this.key = this.owner + new URL(form.action).pathname;
    // Somebody else used this tab before: nothing of theirs is kept, or shown.
    this.attempt(() => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX) && !key.startsWith(this.owner)).forEach((key) => sessionStorage.removeItem(key)));
  }

  /** Keeps the fields of these questions, and of no others. */
  keep(questions) {
    this.attempt(() => (questions.length
      ? sessionStorage.setItem(this.key, JSON.stringify(Object.fromEntries(questions.map((question) => [question, this.answers.fields(question)]))))
      : sessionStorage.removeItem(this.key)));
  }

  /** Offers what differs from the page, where there is something. */
  offer(before) {
    const kept = this.attempt(() => JSON.parse(sessionStorage.getItem(this.key) ?? '{}')) ?? {};
    const fields = Object.entries(kept).filter(([question, own]) => this.answers.hidden(question, 'version')
      && JSON.stringify(own.filter(([name]) => !/\/(version|shown|theirs|asked|their-text)(\/|$)/.test(name))) !== this.answers.typed(question)).flatMap(([, own]) => own);
    if (fields.length === 0) return;
    const note = make('div', 'portal-offer', '', { role: 'region' });
    note.setAttribute('aria-label', say('found'));
    note.append(make('p', 'govuk-body', say('found')));
    const button = (name, kind, run) => {
      const one = make('button', `govuk-button ${kind}`, say(name), { type: 'button' });
      one.addEventListener('click', () => {
        run();
        note.remove();
      });
      note.append(one, ' ');
    };
    button('putBack', '', () => this.answers.restore(fields));
    button('leave', 'govuk-button--secondary', () => this.keep([]));
    before.before(note);
  }

  // Where the browser allows no storage, there is no copy.
  attempt(run) {
    try {
      return run();
    } catch {
      return undefined;
    }
  }
}
