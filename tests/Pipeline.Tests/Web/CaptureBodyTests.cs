using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class CaptureBodyTests
{
    private const int Limit = 1000;

    private readonly WebFixture _fixture = new();

    public CaptureBodyTests() => _fixture.Services.AddSingleton(Options.Create(new PlatformOptions { MaxBodyBytes = Limit }));

    [Fact]
    public async Task A_declared_length_over_the_limit_is_refused_before_anything_is_read()
    {
        using var body = new EndlessStream();
        (await PostAsync(body, Limit + 1)).IsProblem(413, "body-too-large");
        Assert.Equal(0, body.Given);
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_read_no_further_than_it_takes_to_refuse_it()
    {
        using var body = new EndlessStream();
        (await PostAsync(body, null)).IsProblem(413, "body-too-large");
        Assert.InRange(body.Given, Limit + 1, 64 * 1024);
    }

    [Fact]
    public async Task The_answer_names_the_limit_and_its_setting()
    {
        using var body = new EndlessStream();
        var detail = (await PostAsync(body, Limit + 1)).Json.GetProperty("detail").GetString();
        Assert.Contains("1000", detail, StringComparison.Ordinal);
        Assert.Contains("Platforms:MaxBodyBytes", detail, StringComparison.Ordinal);
    }

    private async Task<Answer> PostAsync(Stream body, long? length)
    {
        var context = _fixture.Request();
        context.Request.Body = body;
        context.Request.ContentLength = length;
        var result = await CaptureEndpoint.PostAsync(context.Request, "any", "any", TestContext.Current.CancellationToken);
        await result.ExecuteAsync(context);
        return Answer.Of(context);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var given = Math.Min(buffer.Length, 700);
            Given += given;
            return ValueTask.FromResult(given);
        }
    }
}
