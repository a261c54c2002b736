package io.fangwei.launcher.issuer;

import java.net.URI;

/**
 * Where the issuer is and for whom it speaks.
 *
 * @param issuer its own address, as it stands in every token
 * @param console the address that people come back to after their login
 */
public record IssuerSettings(URI issuer, URI console) {

    static final String AUDIENCE = "fangwei";
}
