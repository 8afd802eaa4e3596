using Pipeline.Suggestions;

namespace Pipeline.Tests.Suggestions;

public sealed class SuggestionOptionsTests
{
    public static TheoryData<string, SuggestionOptions> Wrong => new()
    {
        { "Suggestions:MaxSuggestions", new SuggestionOptions { MaxSuggestions = 4 } },
        { "Suggestions:MaxSuggestions", new SuggestionOptions { MaxSuggestions = -1 } },
        { "Suggestions:MinimumScore", new SuggestionOptions { MinimumScore = 1.5 } },
        { "Suggestions:MinimumScore", new SuggestionOptions { MinimumScore = double.NaN } },
        { "Suggestions:Links:boreal:tracking", new SuggestionOptions { Links = { ["boreal"] = new() { ["tracking"] = "http://boreal.example" } } } },
        { "Suggestions:Links:boreal:tracking", new SuggestionOptions { Links = { ["boreal"] = new() { ["tracking"] = "/suivi" } } } },
        { "Suggestions:BrandNames:boreal", new SuggestionOptions { BrandNames = { ["boreal"] = "{brand}" } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_refused_by_name(string setting, SuggestionOptions options)
    {
        var result = new SuggestionOptionsValidation().Validate(null, options);

        Assert.True(result.Failed);
        Assert.Contains(setting, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_right() => Assert.True(new SuggestionOptionsValidation().Validate(null, new SuggestionOptions()).Succeeded);
}
