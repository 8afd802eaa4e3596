using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pipeline.Web;

namespace Pipeline.Tests.Web.Support;

/// <summary>The endpoints on a real server of this machine, as the local host maps them.</summary>
public sealed class LoopbackHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackHost(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<LoopbackHost> StartAsync(WebFixture fixture)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Add(fixture.Services);
        // The server's own timers run on the machine's clock.
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(TimeProvider.System));
        var app = builder.Build();
        app.UseProblemDocuments();
        app.MapRouteTable("api");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LoopbackHost(app);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
    }

    public Task<Answer> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
