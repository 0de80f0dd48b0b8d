// Browsers but Firefox run no <script type="module"> in XHTML. A script of the older kind may import one.

import("../outreach-report.js");
