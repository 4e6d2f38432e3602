package io.rivulet.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A key with a certificate of its own making, as files in one folder.
 *
 * @param name the certificate's common name
 * @param keystore key and certificate, PKCS #12
 * @param password the keystore's
 */
record Identity(String name, Path keystore, String password) {
  private static final String ALIAS = "key";

  /** Makes one that is valid for the loopback address. */
  static Identity create(Path folder, String name) throws IOException, InterruptedException {
    Path keystore = Files.createDirectories(folder).resolve(name + ".p12");
    String password = UUID.randomUUID().toString();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=ip:127.0.0.1",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            keystore.toString(),
            "-storepass",
            password);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + output);
    }
    return new Identity(name, keystore, password);
  }

  /** A file with the password alone. */
  Path passwordFile() throws IOException {
    return Files.writeString(sibling(".password"), password);
  }

  /** The certificate, for those who should trust it. */
  Path certificate() throws IOException, GeneralSecurityException {
    return Files.writeString(sibling(".crt"), certificateText());
  }

  /** Key and certificate in one text, without a password. */
  Path pem() throws IOException, GeneralSecurityException {
    byte[] key = load().getKey(ALIAS, password.toCharArray()).getEncoded();
    return Files.writeString(sibling(".pem"), block("PRIVATE KEY", key) + certificateText());
  }

  private String certificateText() throws IOException, GeneralSecurityException {
    return block("CERTIFICATE", load().getCertificate(ALIAS).getEncoded());
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keystore.toFile(), password.toCharArray());
  }

  private Path sibling(String ending) {
    return keystore.resolveSibling(name + ending);
  }

  private static String block(String type, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, text);
  }
}
