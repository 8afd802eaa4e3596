namespace Pipeline.EndToEnd.Crashes;

/// <summary>Sends each request to the host that lives now, on whatever port, or to the next one once it is ready.</summary>
internal sealed class ToLivingHost(HostLives lives) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    /// <summary>The address of the webhook of <c>generic/demo</c>; the host in it is replaced.</summary>
    public static Uri Webhook { get; } = new("http://living.invalid/api/webhooks/generic/demo");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = await lives.Ready.WaitAsync(cancellationToken);
        request.RequestUri = new Uri(host.Http.BaseAddress!, request.RequestUri!.PathAndQuery);
        return await base.SendAsync(request, cancellationToken);
    }
}
