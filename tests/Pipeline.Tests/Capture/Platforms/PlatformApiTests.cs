using System.Net;
using Microsoft.AspNetCore.Http;
using Pipeline.Capture.Platforms;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class PlatformApiTests : IAsyncLifetime
{
    private readonly PlatformApi _api = new();
    private FakePlatform _platform = null!;
    private Uri _configured = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _configured = _platform.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_may_work_later_is_an_http_error_with_the_status(HttpStatusCode status)
    {
        _platform.AnswerAlways(status);
        Assert.Equal(status, (await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync())).StatusCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task What_will_never_work_is_refused(HttpStatusCode status)
    {
        _platform.AnswerAlways(status);
        await Assert.ThrowsAsync<PlatformRefusedException>(() => PostAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "30", 30)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "30", 30)]
    [InlineData(HttpStatusCode.TooManyRequests, "999999", 24 * 60 * 60)]
    public async Task How_much_later_is_told_when_the_platform_says_it(HttpStatusCode status, string retryAfter, int seconds)
    {
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = (int)status;
            response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await Assert.ThrowsAsync<PlatformBusyException>(() => PostAsync())).RetryAfter);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    [InlineData("Wed, 04 Mar 2020 09:00:00 GMT")]
    public async Task A_pause_that_is_none_is_not_told(string retryAfter)
    {
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync());
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var elsewhere = await FakePlatform.StartAsync();
        _platform.Answer = (_, response) =>
        {
            response.Redirect(new Uri(elsewhere.Address, "/steal").ToString(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<PlatformRefusedException>(() => PostAsync());
        Assert.Single(_platform.Calls);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task Only_the_configured_host_is_called()
    {
        await using var elsewhere = await FakePlatform.StartAsync();
        await Assert.ThrowsAsync<PlatformRefusedException>(() => PostAsync(new Uri(elsewhere.Address, "/")));
        await Assert.ThrowsAsync<PlatformRefusedException>(() => PostAsync(new Uri($"https://127.0.0.1:{_platform.Address.Port}/")));
        await Assert.ThrowsAsync<PlatformRefusedException>(() => PostAsync(new Uri($"http://localhost:{_platform.Address.Port}/")));
        Assert.Empty(elsewhere.Calls);
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task A_platform_that_is_gone_may_come_back()
    {
        await _platform.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync());
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_may_do_so_later()
    {
        using var impatient = new PlatformApi(TimeSpan.FromMilliseconds(50));
        var silence = new TaskCompletionSource();
        _platform.Answer = (_, _) => silence.Task;
        using var request = new HttpRequestMessage(HttpMethod.Post, _platform.Address);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => impatient.SendAsync(_platform.Address, request, TestContext.Current.CancellationToken));
        silence.SetResult();
    }

    [Fact]
    public async Task A_host_that_stops_is_not_taken_for_a_platform_that_is_down()
    {
        using var stopping = new CancellationTokenSource();
        var silence = new TaskCompletionSource();
        _platform.Answer = (_, _) =>
        {
            stopping.Cancel();
            return silence.Task;
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, _platform.Address);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _api.SendAsync(_platform.Address, request, stopping.Token));
        silence.SetResult();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        _platform.Answer = async (_, response) =>
        {
            var chunk = new byte[1024 * 1024];
            while (!response.HttpContext.RequestAborted.IsCancellationRequested)
            {
                await response.Body.WriteAsync(chunk, response.HttpContext.RequestAborted);
            }
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync());
    }

    private async Task PostAsync(Uri? address = null)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, address ?? _configured) { Content = content };
        await _api.SendAsync(_configured, request, TestContext.Current.CancellationToken);
    }
}
