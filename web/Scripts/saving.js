// Saves in the background some seconds after a change and when the page is hidden: only what changed, with what it is based on.
import { Answers, typed } from './answers.js';
import { Copy } from './copy.js';
import { all, later, make, say } from './dom.js';

const QUIET = 3000;
const SOON = 300;
const FIRST_RETRY = 4000;
const LONGEST_RETRY = 60000;
const GIVEN_UP = 20000;
const MOST_WHEN_LEAVING = 60000;

export function saveInBackground(form) {
  new Saving(form).begin();
}

class Saving {
  constructor(form) {
    this.form = form;
    this.answers = new Answers(form);
    this.copy = new Copy(form, this.answers);
    this.known = new Map([...this.answers.read()].map(([question, fields]) => [question, typed(fields)]));
    this.refused = new Map();
    this.retry = FIRST_RETRY;
    this.status = make('p', 'portal-status', '', { role: 'status' });
  }

  begin() {
    (all(this.form, '.govuk-button-group').at(-1) ?? this.form.lastElementChild).before(this.status);
    this.copy.offer(this.form);
    const save = later(QUIET, () => this.save());
    const copy = later(SOON, () => this.copy.keep(this.unsaved()));
    for (const kind of ['input', 'change']) this.form.addEventListener(kind, () => {
      copy();
      save();
    });
    this.form.addEventListener('submit', () => {
      this.leaving = true;
      this.copy.keep(this.unsaved(), true);
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.save(true);
    });
    // A page that comes back from the browser's memory is in use again.
    addEventListener('pageshow', () => {
      this.leaving = false;
    });
    addEventListener('beforeunload', (event) => {
      if (!this.leaving && this.unsaved().length > 0) event.preventDefault();
    });
  }

  /** The questions and fields that differ from what the server has. */
  unsaved() {
    return [...this.answers.read()].filter(([question, fields]) => typed(fields) !== this.known.get(question));
  }

  async save(hidden = false) {
    clearTimeout(this.again);
    // What was refused is not sent again until it is changed.
    const questions = this.unsaved().filter(([question, fields]) => typed(fields) !== this.refused.get(question));
    if (questions.length === 0 || this.over || this.leaving) return;
    if (this.busy) {
      this.more = true;
      return;
    }
    this.busy = true;
    const token = this.form.elements.namedItem('form-token')?.value ?? '';
    const body = new URLSearchParams([['_background', 'true'], ['form-token', token], ...questions.flatMap(([, fields]) => fields)]);
    try {
      const answer = await fetch(this.form.action, {
        method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error',
        keepalive: hidden && body.toString().length < MOST_WHEN_LEAVING, signal: AbortSignal.timeout(GIVEN_UP),
      });
      if (answer.ok) this.done(await answer.json(), new Map(questions));
      else if (answer.status >= 500 || answer.status === 429) this.failed();
      else this.stop(answer.status === 401 || answer.status === 400 ? 'signedOut' : 'cannot');
    } catch {
      this.failed();
    } finally {
      this.busy = false;
      if (this.more) {
        this.more = false;
        this.save();
      }
    }
  }

  done(answer, sent) {
    this.retry = FIRST_RETRY;
    this.since = undefined;
    this.last = answer.savedAt;
    const saved = answer.saved.filter(({ question }) => sent.has(question));
    for (const one of saved) {
      this.answers.saved(one, sent.get(one.question));
      this.known.set(one.question, typed(sent.get(one.question)));
      this.refused.delete(one.question);
    }
    const kept = new Set(saved.map(({ question }) => question));
    const findings = answer.findings.filter(({ kind, place }) => kind === 'refused' && !kept.has(place.split('/')[0]));
    const open = new Set([...findings.map(({ place }) => place.split('/')[0]), ...answer.conflicts.map(({ question }) => question)]);
    // What is neither saved nor refused is as it was, only typed otherwise.
    for (const question of sent.keys()) if (!kept.has(question)) (open.has(question) ? this.refused : this.known).set(question, typed(sent.get(question)));
    this.copy.keep(this.unsaved());
    this.tell([
      kept.size > 0 ? say('saved', clock(answer.savedAt)) : '',
      findings.length > 0 ? say('notKept', findings.map(({ message }) => message).join(' ')) : '',
      answer.conflicts.length > 0 ? say('conflict') : '',
    ].join(' ').trim());
  }

  failed() {
    this.since ??= this.last ?? new Date().toTimeString().slice(0, 5);
    this.tell(say('failed', clock(this.since)));
    this.again = setTimeout(() => this.save(), this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  // Pressing a button posts the form: the portal keeps it and asks to sign in, or says what is wrong.
  stop(why) {
    this.over = true;
    this.tell(say(why));
  }

  tell(sentence) {
    this.status.textContent = sentence;
  }
}

// 16:05 as 4:05pm.
function clock(time) {
  const [hour, minute] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}
