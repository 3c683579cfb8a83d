using System.Globalization;
using System.Net;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>Where a chain is read from: a folder, or the public pages of a server.</summary>
internal abstract class LedgerSource : IDisposable
{
    /// <summary>The page of the links after one; null when it is not there.</summary>
    public abstract Task<byte[]?> PageAsync(long after, CancellationToken cancel);

    /// <summary>A file; null when it is not there.</summary>
    public abstract Task<byte[]?> FileAsync(string jurisdiction, LedgerFile file, CancellationToken cancel);

    /// <inheritdoc />
    public virtual void Dispose()
    {
    }

    /// <summary>An address is a server, anything else a folder.</summary>
    public static LedgerSource Of(string text, string folder)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return new Server(address);
        var path = Path.GetFullPath(text, folder);
        return Directory.Exists(path)
            ? new Folder(new(path))
            : throw new UsageException(new($"“{text}”既不是地址，也不是文件夹", $"\"{text}\" is neither an address nor a folder"), new("写 http://127.0.0.1:5080/public/辖区，或 ledger export 写出的文件夹", "write http://127.0.0.1:5080/public/JURISDICTION, or a folder that ledger export wrote"));
    }

    private sealed class Folder(LedgerFolder folder) : LedgerSource
    {
        public override Task<byte[]?> PageAsync(long after, CancellationToken cancel) => ReadAsync(folder.Page(after), cancel);

        public override Task<byte[]?> FileAsync(string jurisdiction, LedgerFile file, CancellationToken cancel) =>
            file.Sha256.All(char.IsAsciiHexDigitLower) ? ReadAsync(folder.File(file), cancel) : Task.FromResult<byte[]?>(null);

        private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancel) => File.Exists(path) ? await File.ReadAllBytesAsync(path, cancel) : null;
    }

    private sealed class Server : LedgerSource
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(5) };
        private readonly Uri _address;

        /// <summary>The public pages of a jurisdiction, or the address of their <c>ledger.json</c>.</summary>
        public Server(Uri address)
        {
            var path = address.AbsolutePath.TrimEnd('/');
            _address = new(address, path.EndsWith("/ledger.json", StringComparison.Ordinal) ? path : path + "/ledger.json");
        }

        public override Task<byte[]?> PageAsync(long after, CancellationToken cancel) => GetAsync(new Uri(_address, string.Create(CultureInfo.InvariantCulture, $"?after={after}")), cancel);

        public override Task<byte[]?> FileAsync(string jurisdiction, LedgerFile file, CancellationToken cancel) =>
            GetAsync(new Uri(_address, PublicAddresses.Of(jurisdiction, file.Kind, file.Key, file.Version, file.Name)), cancel);

        public override void Dispose() => _client.Dispose();

        private async Task<byte[]?> GetAsync(Uri address, CancellationToken cancel)
        {
            try
            {
                using var answer = await _client.GetAsync(address, cancel);
                return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync(cancel) : null;
            }
            catch (HttpRequestException failure)
            {
                throw new UsageException(new($"无法从 {address} 取得（{failure.Message}）", $"{address} does not answer ({failure.Message})"), new("核对地址和网络", "check the address and the network"));
            }
        }
    }
}
