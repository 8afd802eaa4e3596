using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Training;
using Pipeline.Training.Access;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

// One of them runs a command, which takes the one console there is.
[Collection("Console")]
public sealed class AccessOptionsTests
{
    [Fact]
    public void A_new_key_is_taken_once_its_settings_are_set()
    {
        using var printed = new StringWriter();
        KeyCommand.Write(printed, "advisor", "nadia");
        var lines = printed.ToString().Split('\n', StringSplitOptions.TrimEntries);
        var key = lines[0].Split(": ")[1];
        var settings = lines.Where(line => line.StartsWith("Access__", StringComparison.Ordinal)).Select(line => line.Split('='))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair[1]);
        var keys = Services(settings).GetRequiredService<AccessKeys>();
        Assert.Equal(("nadia", Roles.Advisor), (keys.Find(key)!.Name, keys.Find(key)!.Role));
        Assert.DoesNotContain(key, string.Join('\n', settings.Values), StringComparison.Ordinal);
        Assert.NotEqual(AccessKeys.New(), AccessKeys.New());
    }

    [Theory]
    [InlineData("advisor", 0)]
    [InlineData("boss", TrainingCommand.Refused)]
    public async Task A_key_is_made_for_the_roles_there_are(string role, int exitCode) =>
        Assert.Equal(exitCode, await TrainingCommand.RunAsync(["key", "new", "--role", role]));

    [Theory]
    [InlineData("Name", "", "Access__Keys__0__Name")]
    [InlineData("Name", "Nadia / desk", "Access__Keys__0__Name")]
    [InlineData("Role", "boss", "Access__Keys__0__Role must be one of advisor, quality, administrator")]
    [InlineData("Hash", "abc", "Access__Keys__0__Hash")]
    public void A_wrong_setting_is_named(string name, string value, string message)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Access:Keys:0:Name"] = "nadia",
            ["Access:Keys:0:Role"] = "advisor",
            ["Access:Keys:0:Hash"] = AccessKeys.HashOf("key"),
            [$"Access:Keys:0:{name}"] = value,
        };
        var refused = Assert.Throws<OptionsValidationException>(() => Services(settings).GetRequiredService<AccessKeys>());
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_configured_twice_has_no_certain_role_and_is_refused()
    {
        var settings = Enumerable.Range(0, 2).SelectMany(index => new[]
        {
            KeyValuePair.Create<string, string?>($"Access:Keys:{index}:Name", $"nadia-{index}"),
            KeyValuePair.Create<string, string?>($"Access:Keys:{index}:Role", index == 0 ? "advisor" : "administrator"),
            KeyValuePair.Create<string, string?>($"Access:Keys:{index}:Hash", AccessKeys.HashOf("key")),
        });
        var refused = Assert.Throws<OptionsValidationException>(() => Services(new(settings)).GetRequiredService<AccessKeys>());
        Assert.Contains("Access__Keys__1__Hash is also that of Access__Keys__0", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access:Burst", "0", "Access__Burst")]
    [InlineData("Access:RequestsPerSecond", "0", "Access__RequestsPerSecond")]
    public void A_limit_that_lets_nobody_in_is_refused(string name, string value, string message)
    {
        var refused = Assert.Throws<OptionsValidationException>(
            () => Services(new() { [name] = value }).GetRequiredService<AccessKeys>());
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().Configure<AccessOptions>(configuration.GetSection(AccessOptions.Section)).AddWeb().BuildServiceProvider();
    }
}
