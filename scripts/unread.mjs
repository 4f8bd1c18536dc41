/** What is answered to a request of which Node understands no more, by the code of its error; to any other 400. */
const answers = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** Connections that have had this answer: what still comes on them is understood no better. */
const answered = new WeakSet();

/**
 * Answers what Node cannot read as a request, for a server's `clientError`. A connection that is closed with something on it
 * unread is reset, and the answer lost on its way: so what still comes is read away, for a while.
 * @param patienceMs for how long, in ms.
 */
export function answerUnread(error, socket, patienceMs = 1000) {
  if (answered.has(socket)) return;
  answered.add(socket);
  // Where an answer has begun, or nobody is there to read one, there is nothing to say.
  if (!socket.writable || error.code === "ECONNRESET" || socket._httpMessage?._headerSent)
    return void socket.destroy(error);
  const over = setTimeout(() => socket.destroy(), patienceMs);
  socket.once("close", () => clearTimeout(over));
  socket.resume();
  const status = answers[error.code] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
