/** A process that opens the store of DATA_DIR, says that it begins and that it has done, and stays until it is ended. */
import { openStore } from "../../lib/store/commands";

process.send!("begins");
openStore(Date.now());
process.send!("done");
setInterval(() => {}, 60_000);
