namespace DoubleRandom.Store.Publication;

/// <summary>The key that signs heads.</summary>
/// <param name="PrivateKey">PKCS#8; never leaves the database and the program.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in base64, for everybody.</param>
public sealed record LedgerKeyRow(byte[] PrivateKey, string PublicKey);
