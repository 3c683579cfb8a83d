using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoubleRandom.Service.Tests.Channels;

/// <summary>A self-signed certificate for localhost, made anew for each run and written where a server process can read it.</summary>
internal sealed class TestCertificate : IDisposable
{
    public TestCertificate(string name = "localhost")
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificateFile => System.IO.Path.Combine(_folder.FullName, "certificate.pem");

    public string KeyFile => System.IO.Path.Combine(_folder.FullName, "key.pem");

    public X509Certificate2Collection AsRoots => [X509CertificateLoader.LoadCertificate(_certificate.RawData)];

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("doublerandom-tls-");
    private readonly X509Certificate2 _certificate;
}
