using Microsoft.Extensions.Options;

namespace Pipeline.Quality.Indicators;

/// <summary>Refuses settings that would make figures mean nothing, or tell of persons.</summary>
internal sealed class IndicatorOptionsValidation : IValidateOptions<IndicatorOptions>
{
    public ValidateOptionsResult Validate(string? name, IndicatorOptions options)
    {
        var faults = new List<string>();
        Require(options.LongestEngagement > TimeSpan.Zero, "Indicators:LongestEngagement must be more than zero.");
        Require(options.RepeatWithinDays is >= 1 and <= 30, "Indicators:RepeatWithinDays must be 1 to 30.");
        Require(options.HandlingBandFrom > 0 && options.HandlingBandTo > options.HandlingBandFrom, "Indicators:HandlingBandTo must be more than HandlingBandFrom, and both more than 0.");
        Require(options.PhoneHandlingMinutes > 0, "Indicators:PhoneHandlingMinutes must be more than 0.");
        Require(options.ChatLongerThanPhone >= 0, "Indicators:ChatLongerThanPhone must be 0 or more.");
        Require(options.PhoneRating is null or (>= 1 and <= 5), "Indicators:PhoneRating must be 1 to 5.");
        Require(options.LeastAdvisors >= 3, "Indicators:LeastAdvisors must be 3 or more: of two, each knows the other's figures.");
        Require(options.LeastConversations >= 5, "Indicators:LeastConversations must be 5 or more.");
        Require(options.WorkUnits.Values.All(units => units > 0), "Indicators:WorkUnits must be more than 0.");
        Require(options.Concurrency >= 1, "Indicators:Concurrency must be 1 or more.");
        Require(options.Occupancy is > 0 and <= 1, "Indicators:Occupancy must be more than 0 and at most 1.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }
}
