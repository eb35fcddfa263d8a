// Saves in the background some seconds after a change and when the page is hidden: only what changed, with the versions it is based on.
import { Answers } from './answers.js';
import { Copy } from './copy.js';
import { all, later, make, say } from './dom.js';

const QUIET = 3000;
const FIRST_RETRY = 4000;
const LONGEST_RETRY = 60000;

export function saveInBackground(form) {
  new Saving(form).begin();
}

class Saving {
  constructor(form) {
    this.form = form;
    this.answers = new Answers(form);
    this.copy = new Copy(form, this.answers);
    this.known = new Map();
    this.refused = new Map();
    this.retry = FIRST_RETRY;
    this.status = make('p', 'portal-status', '', { role: 'status' });
  }

  begin() {
    (all(this.form, '.govuk-button-group').at(-1) ?? this.form.lastElementChild).before(this.status);
    this.answers.questions.forEach((question) => this.known.set(question, this.answers.typed(question)));
    this.copy.offer(this.form);
    const soon = later(QUIET, () => this.save());
    for (const kind of ['input', 'change']) this.form.addEventListener(kind, () => {
      this.copy.keep(this.unsaved);
      soon();
    });
    this.form.addEventListener('submit', () => {
      this.leaving = true;
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.save(true);
    });
    // A page that comes back from the browser's memory is in use again.
    addEventListener('pageshow', () => {
      this.leaving = false;
    });
    addEventListener('beforeunload', (event) => {
      if (!this.leaving && this.unsaved.length > 0) event.preventDefault();
    });
  }

  /** What differs from what the server has. */
  get unsaved() {
    return this.answers.questions.filter((question) => this.answers.typed(question) !== this.known.get(question));
  }

  /** What is worth sending: not what was refused just so. */
  get sendable() {
    return this.unsaved.filter((question) => this.answers.typed(question) !== this.refused.get(question));
  }

  async save(hidden = false) {
    clearTimeout(this.again);
    const questions = this.sendable;
    if (questions.length === 0 || this.over || this.leaving) return;
    if (this.busy) {
      this.more = true;
      return;
    }
    this.busy = true;
    const sent = new Map(questions.map((question) => [question, this.answers.typed(question)]));
    const body = new URLSearchParams([['background', 'true'], ...this.form.elements.namedItem('form-token') ? [['form-token', this.form.elements.namedItem('form-token').value]] : [],
      ...questions.flatMap((question) => this.answers.fields(question))]);
    try {
      const answer = await fetch(this.form.action, {
        method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error', keepalive: hidden && body.toString().length < 60000,
        signal: AbortSignal.timeout(20000),
      });
      if (answer.status === 401 || answer.status === 400) this.sessionIsOver();
      else if (answer.ok) this.done(await answer.json(), sent);
      else if (answer.status >= 500 || answer.status === 429) this.failed();
      else this.cannot();
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
    for (const saved of answer.saved) {
      this.answers.saved(saved);
      if (sent.has(saved.question)) this.known.set(saved.question, sent.get(saved.question));
      this.refused.delete(saved.question);
    }
    const kept = new Set(answer.saved.map((saved) => saved.question));
    const findings = answer.findings.filter((finding) => finding.kind === 'refused' && !kept.has(finding.place.split('/')[0]));
    // What can't be kept is not sent again until it is changed; pressing a button says what is wrong with it.
    const open = [...findings.map((finding) => finding.place.split('/')[0]), ...answer.conflicts.map((conflict) => conflict.question)];
    for (const question of open) if (sent.has(question)) this.refused.set(question, sent.get(question));
    this.copy.keep(this.unsaved);
    this.lastSaved = answer.savedAt;
    const sentences = [answer.saved.length || open.length === 0 ? say('saved', clock(answer.savedAt)) : ''];
    if (findings.length) sentences.push(say('notKept', findings.map((finding) => finding.message).join(' ')));
    if (answer.conflicts.length) sentences.push(say('conflict'));
    this.tell(sentences.join(' ').trim());
  }

  failed() {
    this.since ??= this.lastSaved ?? new Date().toTimeString().slice(0, 5);
    this.tell(say('failed', clock(this.since)));
    this.again = setTimeout(() => this.save(), this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  // Pressing a button posts the form; the portal keeps it and asks to sign in.
  sessionIsOver() {
    this.over = true;
    this.tell(say('signedOut'));
  }

  cannot() {
    this.over = true;
    this.tell(say('cannot'));
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
