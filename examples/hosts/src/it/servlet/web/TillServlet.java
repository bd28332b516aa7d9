package web;

import gold.GoldRates;
import iron.Safe;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import shop.Till;

/** The till over HTTP. */
@WebServlet("/till")
public class TillServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Till till = new Till(new Safe(), new GoldRates());

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(till.answer(request.getQueryString()));
  }
}
