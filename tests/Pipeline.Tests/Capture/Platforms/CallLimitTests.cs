using System.Net;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>How fast platforms are called, and how those are left alone that ask for it or fail.</summary>
public sealed class CallLimitTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeClock _clock = new(WebhookSamples.Now);
    private readonly PlatformOptions _options = new() { PrivateHosts = { "127.0.0.1" } };
    private FakePlatform _platform = null!;

    public async ValueTask InitializeAsync() => _platform = await FakePlatform.StartAsync();

    public async ValueTask DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task An_account_that_used_up_its_calls_is_put_off_and_no_other_is()
    {
        var (first, second) = (Account("first", callsPerMinute: 6), Account("second", callsPerMinute: 6));
        using var api = new PlatformApi(_options, _clock);

        await CallAsync(api, first);
        var busy = await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, first));
        Assert.Equal(TimeSpan.FromSeconds(10), busy.RetryAfter);
        await CallAsync(api, second);
        Assert.Equal(2, _platform.Calls.Count);

        // A token comes every ten seconds.
        _clock.Advance(TimeSpan.FromSeconds(10));
        await CallAsync(api, first);
        Assert.Equal(3, _platform.Calls.Count);
    }

    [Fact]
    public async Task As_much_as_ten_seconds_allow_may_come_at_once_and_a_little_more_is_held()
    {
        var account = Account("first", callsPerMinute: 60);
        var clock = new ImpatientClock(WebhookSamples.Now);
        using var api = new PlatformApi(_options, clock);
        for (var call = 0; call < 12; call++)
        {
            await CallAsync(api, account);
        }

        Assert.Equal(12, _platform.Calls.Count);
        Assert.Equal(2, clock.Waits.Count(wait => wait == Second));
    }

    [Fact]
    public async Task Retry_after_holds_for_the_whole_account_and_for_no_other()
    {
        var (first, second) = (Account("first"), Account("second"));
        using var api = new PlatformApi(_options, _clock);
        AnswerBusy("30");
        Assert.Equal(30 * Second, (await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, first))).RetryAfter);

        _platform.AnswerAlways(HttpStatusCode.OK);
        _clock.Advance(10 * Second);
        Assert.Equal(20 * Second, (await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, first))).RetryAfter);
        Assert.Single(_platform.Calls);
        await CallAsync(api, second);

        _clock.Advance(20 * Second);
        await CallAsync(api, first);
        Assert.Equal(3, _platform.Calls.Count);
    }

    [Fact]
    public async Task Accounts_that_share_one_address_are_paused_apart()
    {
        var (first, second) = (Account("first"), Account("second"));
        Assert.Equal(first.OutletAddress, second.OutletAddress);
        using var api = new PlatformApi(_options, _clock);
        AnswerBusy("30");
        await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, second));
        _platform.AnswerAlways(HttpStatusCode.OK);
        await CallAsync(api, first);
        await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_goes_on_failing_is_left_alone_and_tried_once_before_it_is_trusted_again(bool gone)
    {
        var account = Account("first");
        using var api = new PlatformApi(_options, _clock);
        if (gone)
        {
            _platform.Answer = (_, response) =>
            {
                response.HttpContext.Abort();
                return Task.CompletedTask;
            };
        }
        else
        {
            _platform.AnswerAlways(HttpStatusCode.ServiceUnavailable);
        }

        for (var call = 0; call < 10; call++)
        {
            Assert.IsNotType<PlatformBusyException>(await Assert.ThrowsAnyAsync<HttpRequestException>(() => CallAsync(api, account)));
        }

        var made = _platform.Calls.Count;
        var broken = await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, account));
        Assert.InRange(broken.RetryAfter, Second, 15 * Second);
        Assert.Equal(made, _platform.Calls.Count);

        // The one that is tried fails: it is left alone again.
        _clock.Advance(16 * Second);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CallAsync(api, account));
        await Assert.ThrowsAsync<PlatformBusyException>(() => CallAsync(api, account));

        _platform.AnswerAlways(HttpStatusCode.OK);
        _clock.Advance(16 * Second);
        await CallAsync(api, account);
        await CallAsync(api, account);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_host_that_answers_is_not_taken_for_one_that_is_down(HttpStatusCode status)
    {
        var account = Account("first");
        using var api = new PlatformApi(_options, _clock);
        _platform.AnswerAlways(status);
        for (var call = 0; call < 30; call++)
        {
            Assert.IsNotType<PlatformBusyException>(await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(api, account)));
        }

        Assert.Equal(30, _platform.Calls.Count);
    }

    private void AnswerBusy(string retryAfter) => _platform.Answer = (_, response) =>
    {
        response.StatusCode = 429;
        response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    // Each with an address of its own, as the binder of the configuration makes them.
    private PlatformAccount Account(string name, int callsPerMinute = 6000)
    {
        var account = new PlatformAccount
        {
            Platform = "chatwoot",
            Account = name,
            OutletAddress = new Uri(_platform.Address.AbsoluteUri),
            CallsPerMinute = callsPerMinute,
        };
        _options.Accounts.Add(account);
        return account;
    }

    private static Task<byte[]> CallAsync(PlatformApi api, PlatformAccount account) => api.SendAsync(
        account.OutletAddress!, new HttpRequestMessage(HttpMethod.Post, account.OutletAddress), TestContext.Current.CancellationToken);
}
