// Helps to fill in a section of a return. Everything works without it.
import { showWhatIsAsked } from './conditions.js';
import { all } from './dom.js';
import { sendFiles } from './files.js';
import { helpWithCells } from './grid.js';
import { saveInBackground } from './saving.js';
import { addUp } from './totals.js';
import { countWords } from './words.js';

all(document, '[data-table]').forEach(helpWithCells);
all(document, '[data-max-words]').forEach(countWords);
all(document, 'input[type=file]').forEach(sendFiles);
for (const form of all(document, 'form[data-keeps]')) {
  addUp(form);
  showWhatIsAsked(form);
  saveInBackground(form);
}
