package io.fangwei.launcher.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.fangwei.launcher.data.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;

/** What the issuer must know again after a restart: its signing keys and the secrets of its machine clients. */
public final class SigningKeys {

    private static final int BITS = 2048;
    private static final int SECRET_BYTES = 24;

    private final Path folder;

    private SigningKeys(Path folder) {
        this.folder = folder;
    }

    public static SigningKeys in(Path folder) throws IOException {
        return new SigningKeys(DurableFile.privateFolder(folder));
    }

    JWKSet keys() throws IOException, JOSEException, ParseException {
        var file = folder.resolve("keys.json");
        if (!Files.exists(file)) {
            var key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            DurableFile.replace(file, new JWKSet(key).toString(false));
        }
        return JWKSet.parse(Files.readString(file));
    }

    /** The secret of a machine client, made up when it is first asked for. */
    public String secretOf(String client) throws IOException {
        var file = folder.resolve(client + ".secret");
        if (!Files.exists(file)) {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            DurableFile.replace(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }
}
