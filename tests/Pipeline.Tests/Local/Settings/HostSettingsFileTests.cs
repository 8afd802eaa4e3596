using Pipeline.Local.Settings;
using Pipeline.Local.Startup;

namespace Pipeline.Tests.Local.Settings;

public sealed class HostSettingsFileTests
{
    [Fact]
    public void The_repository_s_own_file_is_read()
    {
        var settings = HostSettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

        Assert.Equal("api", settings.RoutePrefix);
        Assert.Equal((16, 120, 1), (settings.MaxConcurrentCalls, settings.MaxMessageBatchSize, settings.MinMessageBatchSize));
        Assert.Equal(TimeSpan.FromSeconds(1), settings.MaxBatchWaitTime);
    }

    [Fact]
    public void What_is_not_said_is_as_the_Functions_runtime_has_it()
    {
        var settings = HostSettingsFile.Parse("""{ "version": "2.0", /* nothing more */ }""");

        Assert.Equal(new HostSettings(), settings);
        Assert.Equal(("api", 16, 1000), (settings.RoutePrefix, settings.MaxConcurrentCalls, settings.MaxMessageBatchSize));
    }

    [Fact]
    public void An_empty_prefix_is_kept() =>
        Assert.Equal("", HostSettingsFile.Parse("""{"extensions":{"http":{"routePrefix":""}}}""").RoutePrefix);

    [Theory]
    [InlineData("""{"extensions":{"serviceBus":{"maxConcurrentCalls":0}}}""", "extensions.serviceBus.maxConcurrentCalls is 0; expected a whole number from 1")]
    [InlineData("""{"extensions":{"serviceBus":{"maxConcurrentCalls":"16"}}}""", "extensions.serviceBus.maxConcurrentCalls is \"16\"")]
    [InlineData("""{"extensions":{"serviceBus":{"maxMessageBatchSize":1.5}}}""", "extensions.serviceBus.maxMessageBatchSize is 1.5")]
    [InlineData("""{"extensions":{"serviceBus":{"maxMessageBatchSize":8,"minMessageBatchSize":9}}}""", "extensions.serviceBus.minMessageBatchSize is 9; expected a whole number from 1 to 8")]
    [InlineData("""{"extensions":{"serviceBus":{"maxBatchWaitTime":"soon"}}}""", "extensions.serviceBus.maxBatchWaitTime is \"soon\"")]
    [InlineData("""{"extensions":{"serviceBus":{"maxBatchWaitTime":"-00:00:01"}}}""", "extensions.serviceBus.maxBatchWaitTime is")]
    [InlineData("""{"extensions":{"serviceBus":[]}}""", "extensions.serviceBus is []; expected an object")]
    [InlineData("""{"extensions":{"http":{"routePrefix":null}}}""", "extensions.http.routePrefix is null; expected a string")]
    [InlineData("[1]", "host.json is not a JSON object")]
    [InlineData("{\n\n  nonsense", "host.json is not JSON (line 3)")]
    public void A_value_that_cannot_be_used_is_named_with_its_path(string json, string what)
    {
        var exception = Assert.Throws<StartRefusedException>(() => HostSettingsFile.Parse(json));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing()
    {
        var exception = Assert.Throws<StartRefusedException>(() => HostSettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "nowhere.json")));

        Assert.Contains("host.json cannot be read", exception.Message, StringComparison.Ordinal);
    }
}
