package server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Answers over HTTP where the host does not. */
public final class Http implements AutoCloseable {

  private final HttpServer server;

  /** Starts to answer the queries of requests to {@code /till}. */
  public Http(UnaryOperator<String> till) throws IOException {
    // Else each answer waits for the client to say that it has its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/till",
        exchange -> {
          byte[] answer =
              till.apply(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
    System.out.println("ready " + server.getAddress().getPort());
  }

  /** Waits until standard input ends. */
  public void await() throws IOException {
    while (System.in.read() >= 0) {}
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
