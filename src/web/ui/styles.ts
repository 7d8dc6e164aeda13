import '@digdir/designsystemet-css';
import './theme/motcua.css';
import './css/fonts.css';
import './css/page.css';
import './css/shell.css';
import './css/office.css';
import './css/parts.css';
import './css/home.css';
