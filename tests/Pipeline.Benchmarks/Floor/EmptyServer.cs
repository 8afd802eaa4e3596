using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Pipeline.Benchmarks.Floor;

/// <summary>An endpoint that reads a request to its end and answers 200: what HTTP alone costs.</summary>
internal static class EmptyServer
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(static async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentLength = 0;
        });
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
