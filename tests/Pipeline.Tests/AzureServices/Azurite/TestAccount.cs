using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>
/// A table account of the emulator Azurite, spoken to by its REST protocol ("Table service REST API") with a shared key: what the official
/// client would send, without the client. Named by the environment variable <see cref="Variable"/>.
/// </summary>
internal sealed class TestAccount : IDisposable
{
    /// <summary>
    /// A connection string of Azurite (<c>UseDevelopmentStorage=true</c>, or one with a TableEndpoint). The contract of the official client also
    /// takes the address of a real account.
    /// </summary>
    public const string Variable = "PIPELINE_TEST_TABLES";

    private const string KnownName = "devstoreaccount1";

    /// <summary>The key that everybody's Azurite has, published with it.</summary>
    private const string KnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly HttpClient _http = new();
    private readonly Uri _endpoint;

    private TestAccount(Uri endpoint) => _endpoint = endpoint;

    /// <summary>The account, or the test is skipped with the reason.</summary>
    public static TestAccount OrSkip()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(text), $"No Azurite: start it (npx azurite-table) and set {Variable}=UseDevelopmentStorage=true.");
        Assert.SkipWhen(text!.StartsWith("https://", StringComparison.Ordinal), $"{Variable} names a real account, which takes no shared key.");
        var endpoint = text.Split(';').Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == "TableEndpoint")?[1];
        return new(new Uri(endpoint ?? $"http://127.0.0.1:10002/{KnownName}"));
    }

    /// <summary>Sends a request about a path of the account, such as <c>Tables</c>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, escaped, without the account's; with its query.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="headers">More headers.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(AddressOf(path))) { Content = content };
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", "2020-12-06");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json;odata=minimalmetadata"));
        request.Headers.Authorization = new("SharedKeyLite", $"{KnownName}:{Sign($"{date}\n/{KnownName}{request.RequestUri!.AbsolutePath}")}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The whole address of a path, as the requests within a batch name it.</summary>
    public string AddressOf(string path) => $"{_endpoint.AbsoluteUri.TrimEnd('/')}/{path}";

    /// <summary>Makes a table.</summary>
    public async Task<HttpResponseMessage> CreateTableAsync(string table) => await SendAsync(
        HttpMethod.Post, "Tables", new StringContent($"{{\"TableName\":\"{table}\"}}", Encoding.UTF8, "application/json"));

    public void Dispose() => _http.Dispose();

    private static string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(KnownKey), Encoding.UTF8.GetBytes(text)));
}
