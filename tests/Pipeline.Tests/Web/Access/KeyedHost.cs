using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

/// <summary>The endpoints behind keys.</summary>
internal static class KeyedHost
{
    public static WebFixture Fixture(Action<AccessOptions>? configure = null)
    {
        var fixture = new WebFixture();
        fixture.Services.RemoveAll<OpenAccess>();
        fixture.Services.Configure<AccessOptions>(options => configure?.Invoke(options));
        return fixture;
    }

    /// <summary>Lets a key in that is its name: "a-key".</summary>
    public static void Key(this AccessOptions options, string key, string role, string skills = "") =>
        options.Keys.Add(new AccessKeyOptions { Name = $"{role}-1", Role = role, Hash = AccessKeys.HashOf(key), Skills = skills });

    public static async Task<int> StatusAsync(this LoopbackHost host, string method, string address, string header, string? value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await host.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
