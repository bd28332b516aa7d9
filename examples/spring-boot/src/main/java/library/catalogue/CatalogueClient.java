package library.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Has Spring make the client. */
@Configuration
class CatalogueClient {

  /** Lazily: the port is known once the library listens. */
  @Bean
  @Lazy
  Catalogue catalogue(Environment environment) {
    RestClient http =
        RestClient.create(
            "http://localhost:" + environment.getRequiredProperty("local.server.port"));
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
        .build()
        .createClient(Catalogue.class);
  }
}
