// The script of `report.html`, the stand-alone page in one file.

import "../loader/main.js";
