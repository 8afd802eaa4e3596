using Pipeline.Training.Cost;

namespace Pipeline.Tests.Training.Cost;

public sealed class BillTests
{
    private static readonly Prices Prices = Prices.Default();

    [Theory]
    [InlineData(5e6, 9.81)]
    [InlineData(13e6, 9.81)]
    [InlineData(15e6, 9.81 + (2 * 0.80))]
    [InlineData(200e6, 9.81 + (87 * 0.80) + (100 * 0.50))]
    public void Service_Bus_includes_its_first_millions_and_gets_cheaper(double operations, double dollars) =>
        Assert.Equal(dollars, Bill.Bus(Prices.ServiceBus, operations), 6);

    [Theory]
    [InlineData(0.5, 500)]
    [InlineData(3, 500 + 1500 + 150)]
    [InlineData(12, 500 + 1500 + 2250 + 500)]
    public void Language_is_priced_by_steps(double millions, double dollars) =>
        Assert.Equal(dollars, Prices.Graduated(millions, Prices.Language.Tiers), 6);

    [Fact]
    public void Functions_are_free_up_to_their_grant()
    {
        Assert.Equal(0, Bill.FunctionsFor(Prices, executions: 250_000, activeSeconds: 200_000, megabytes: 512));
        Assert.Equal((100_000 * 0.000026) + 0.40, Bill.FunctionsFor(Prices, executions: 1_250_000, activeSeconds: 400_000, megabytes: 512), 6);
    }

    [Fact]
    public void Tables_are_priced_by_transaction_and_by_what_they_keep() =>
        Assert.Equal(0.036 + 0.45, Bill.Table(Prices.Tables, transactions: 1e6, bytes: 10e9), 6);

    [Fact]
    public void Logs_are_free_up_to_their_grant()
    {
        Assert.Equal(0, Bill.LogsFor(Prices.Logs, 5e9));
        Assert.Equal(2.76, Bill.LogsFor(Prices.Logs, 6e9), 6);
    }
}
