// The stand-alone page in one file.

import "../loader/main.js";
