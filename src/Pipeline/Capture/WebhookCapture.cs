using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Capture;

/// <summary>Takes a webhook in: finds the account, verifies, normalises, and answers only when what happened is durable on the bus.</summary>
public sealed class WebhookCapture(
    IEnumerable<IPlatformInlet> inlets, IBus bus, IOptions<PlatformOptions> options, TimeProvider clock)
{
    /// <summary>Takes one webhook in.</summary>
    /// <param name="platform">The platform's name from the address.</param>
    /// <param name="account">The account's name from the address.</param>
    /// <param name="request">The webhook.</param>
    /// <param name="cancellationToken">Gives up; a webhook that was not answered is sent again by the platform.</param>
    public Task<WebhookReading> ReceiveAsync(
        string platform, string account, WebhookRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{inlets} {bus} {options} {clock}");
}
