// Sends chosen files straight to storage, one after the other, and says how far it is. Where that can't be done the form goes as it is.
import { make, say } from './dom.js';

const DONE = 201;

export function sendFiles(box) {
  const form = box.form;
  const status = make('p', 'portal-status', '', { role: 'status' });
  form.querySelector('button[type=submit], button:not([type])')?.before(status);
  form.addEventListener('submit', async (event) => {
    const files = [...box.files];
    if (files.length === 0) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = 'true';
    for (const file of files) {
      const refused = await sendOne(form, file, (part) => {
        status.textContent = say('sending', file.name, Math.round(part * 100));
      });
      if (refused !== undefined) {
        delete form.dataset.busy;
        status.textContent = '';
        if (refused === '') form.submit();
        else tell(box, refused);
        return;
      }
      // What is sent is not sent again with the form.
      const left = new DataTransfer();
      files.slice(files.indexOf(file) + 1).forEach((one) => left.items.add(one));
      box.files = left.files;
    }
    location.assign(`${form.action}?done=${files.length === 1 ? 'sent' : 'several-sent'}`);
  });
}

/** Undefined where the file is there; else the sentence that says why it is refused, or nothing where that isn't known. */
async function sendOne(form, file, progress) {
  let begun;
  try {
    const answer = await post(form, { name: file.name, size: file.size });
    const said = await answer.json();
    if (!answer.ok) return answer.status === 422 || answer.status === 409 ? said.detail ?? '' : '';
    begun = said;
    progress(0);
    await put(begun.upload, begun.headers, file, progress);
    if (!(await post(form, { uploaded: begun.file })).ok) throw new Error('not announced');
    return undefined;
  } catch {
    // The place that the file was to have is free again.
    if (begun) await fetch(`${form.action}/${begun.file}/remove`, { method: 'POST', body: fields(form, {}), credentials: 'same-origin' }).catch(() => {});
    return '';
  }
}

const fields = (form, more) => new URLSearchParams({ 'form-token': form.elements.namedItem('form-token')?.value ?? '', ...more });

const post = (form, more) => fetch(form.action, { method: 'POST', body: fields(form, more), headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error' });

function put(address, headers, file, progress) {
  return new Promise((done, failed) => {
    const call = new XMLHttpRequest();
    call.open('PUT', address);
    Object.entries(headers).forEach(([name, value]) => call.setRequestHeader(name, value));
    call.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    call.onload = () => (call.status === DONE ? done() : failed(new Error(`${call.status}`)));
    call.onerror = () => failed(new Error('network'));
    call.send(file);
  });
}

function tell(box, sentence) {
  box.parentElement.querySelector('.govuk-error-message')?.remove();
  const error = make('p', 'govuk-error-message', sentence, { role: 'alert', id: `${box.id}-error` });
  box.before(error);
  box.setAttribute('aria-describedby', [...new Set([...(box.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean), error.id])].join(' '));
  box.focus();
}
