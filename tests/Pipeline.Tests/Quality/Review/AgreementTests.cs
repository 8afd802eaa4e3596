using Pipeline.Quality.Review.Calibration;

namespace Pipeline.Tests.Quality.Review;

public sealed class AgreementTests
{
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, example A: two observers, ten units.
    [Fact]
    public void Two_observers_of_yes_and_no()
    {
        int[] meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        int[] owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
        var agreement = Agreement.Nominal(meg.Zip(owen, (one, other) => (IReadOnlyList<string>)[$"{one}", $"{other}"]));

        Assert.Equal(new(10, 60, 0.095), agreement);
    }

    // Example C of the same paper: four observers, twelve units, some without an answer.
    [Fact]
    public void Four_observers_with_gaps()
    {
        int[][] observers =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        var units = Enumerable.Range(0, 12).Select(unit => observers.Select(observer => observer[unit]).Where(value => value > 0).ToList()).ToList();

        Assert.Equal((11, 0.743), Pair(Agreement.Nominal(units.Select(unit => (IReadOnlyList<string>)[.. unit.Select(value => $"{value}")]))));
        Assert.Equal((11, 0.849), Pair(Agreement.Interval(units.Select(unit => (IReadOnlyList<double>)[.. unit.Select(value => (double)value)]))));

        static (int, double?) Pair(Agreement agreement) => (agreement.Units, agreement.Alpha);
    }

    [Fact]
    public void Where_all_say_the_same_there_is_nothing_to_tell_apart()
    {
        Assert.Equal(new(2, 100, null), Agreement.Nominal([["yes", "yes"], ["yes", "yes", "yes"]]));
        Assert.Equal(new(0, null, null), Agreement.Nominal([["yes"], []]));
    }
}
