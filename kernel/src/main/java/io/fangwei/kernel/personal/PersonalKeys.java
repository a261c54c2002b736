package io.fangwei.kernel.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys by which fields about persons are encrypted: the primary one writes, all of them read. AES-256-GCM, bound to the
 * place of the field; each sealed text begins with the number of its key.
 */
public final class PersonalKeys {

    private static final int PREFIX = 5;

    private static final Configuration CIPHERS = AeadConfig2026.get();

    private final KeysetHandle keyset;
    private final Aead cipher;

    private PersonalKeys(KeysetHandle keyset) {
        this.keyset = keyset;
        try {
            cipher = keyset.getPrimitive(CIPHERS, Aead.class);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("These are no keys for fields about persons.", unfit);
        }
    }

    /** A first key that nobody else has. */
    public static PersonalKeys fresh() {
        try {
            return new PersonalKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From what {@link #json()} has written; the message of a refusal holds nothing of it. */
    public static PersonalKeys read(String json) {
        try {
            return new PersonalKeys(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, CIPHERS, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException("The keys for fields about persons cannot be read: this is no keyset.");
        }
    }

    /** With a new primary key; what the others have sealed stays readable. */
    public PersonalKeys rotated() {
        try {
            var fresh = fresh().keyset.getPrimary().getKey();
            return new PersonalKeys(KeysetHandle.newBuilder(keyset)
                    .addEntry(KeysetHandle.importKey(fresh).makePrimary())
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret itself. */
    public String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, CIPHERS, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The numbers of the keys, which are no secret. */
    public List<String> numbers() {
        return IntStream.range(0, keyset.size())
                .map(at -> keyset.getAt(at).getId())
                .mapToObj(PersonalKeys::number)
                .sorted()
                .toList();
    }

    public String primary() {
        return number(keyset.getPrimary().getId());
    }

    public String seal(PersonalText text, Place place) {
        try {
            var sealed = cipher.encrypt(text.reveal().getBytes(StandardCharsets.UTF_8), place.associated());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public PersonalText open(String sealed, Place place) {
        var bytes = bytes(sealed, place);
        try {
            return PersonalText.of(new String(cipher.decrypt(bytes, place.associated()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            var number = number(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
            throw numbers().contains(number)
                    ? new NotOpened("What is stored at %s was not sealed there.".formatted(place), refused)
                    : new NotOpened(
                            "The key %s of what is stored at %s is not there.".formatted(number, place), refused);
        }
    }

    private static byte[] bytes(String sealed, Place place) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length > PREFIX) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // said below
        }
        throw new NotOpened("What is stored at %s is not sealed.".formatted(place));
    }

    private static String number(int id) {
        return "%08x".formatted(id);
    }

    @Override
    public String toString() {
        return "PersonalKeys" + numbers();
    }
}
