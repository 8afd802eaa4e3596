using System.Globalization;

namespace Pipeline.Training.Simulation;

/// <summary>What a bad network does to webhooks: the share of them, from 0 to 1, that meet each fate, independently of the others.</summary>
/// <param name="Drop">Each copy is lost.</param>
/// <param name="Repeat">A webhook is sent again, though it was taken; and the repetition again.</param>
/// <param name="Delay">A copy comes any time later.</param>
/// <param name="Reorder">A copy is overtaken by some that follow it.</param>
/// <param name="Seed">Decides which.</param>
public sealed record ChaosOptions(double Drop = 0.3, double Repeat = 0.3, double Delay = 0.1, double Reorder = 0.3, int Seed = 1)
{
    /// <summary>Reads <c>drop=30,repeat=30,delay=10,reorder=30,seed=1</c>, in percent; what is left out is as here.</summary>
    /// <exception cref="FormatException">It is something else; the message says what.</exception>
    public static ChaosOptions Parse(string text)
    {
        var options = new ChaosOptions();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right) : (part, "");
            options = name switch
            {
                "drop" => options with { Drop = Share(name, value) },
                "repeat" => options with { Repeat = Share(name, value) },
                "delay" => options with { Delay = Share(name, value) },
                "reorder" => options with { Reorder = Share(name, value) },
                "seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                "seed" => throw new FormatException($"seed is '{value}'; it takes a whole number from 0."),
                _ => throw new FormatException($"'{name}' is none of drop, repeat, delay, reorder and seed."),
            };
        }

        return options;
    }

    private static double Share(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 95
            ? percent / 100
            : throw new FormatException($"{name} is '{value}'; it takes percent, from 0 to 95.");
}
