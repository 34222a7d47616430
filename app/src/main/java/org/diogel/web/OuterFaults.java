package org.diogel.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What the web server itself turns away before any filter sees it – a method that is never allowed,
/// an address that leads out of the house – is answered like every other fault, headers included.
@Component
final class OuterFaults implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ErrorPages pages;

    OuterFaults(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answering(pages)));
    }

    private static final class Answering extends ValveBase {
        private final ErrorPages pages;

        Answering(ErrorPages pages) {
            super(true);
            this.pages = pages;
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            HeadersFilter.set(request, response);
            getNext().invoke(request, response);
            if (response.isErrorReportRequired() && response.setErrorReported()) {
                // Suspended by the error, so that nobody else writes into it.
                response.setSuspended(false);
                pages.write(request, response, Fault.of(response.getStatus()));
            }
        }
    }
}
