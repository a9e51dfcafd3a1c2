// The registry of kinds: a fourth kind is one file and one line here.
import './article.js';
import './case.js';
import './video.js';
