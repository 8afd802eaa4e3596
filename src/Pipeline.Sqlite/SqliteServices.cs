using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Ports;

namespace Pipeline.Sqlite;

/// <summary>Registers the embedded bus and tables.</summary>
public static class SqliteServices
{
    /// <summary>
    /// Adds bus and tables in a data folder. The folder is opened when either is first asked for, which may throw a
    /// <see cref="DataFolderException"/>; both are closed with the container.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="folder">The path of the folder; made if it is not there.</param>
    /// <param name="topology">The entities of the bus.</param>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string folder, BusTopology topology)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => DataFolder.Open(folder))
            .AddSingleton(provider => new SqliteBus(
                provider.GetRequiredService<DataFolder>(), topology, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IBus>(provider => provider.GetRequiredService<SqliteBus>())
            .AddSingleton<IBusReceiver>(provider => provider.GetRequiredService<SqliteBus>())
            .AddSingleton<IDeadLetters>(provider => provider.GetRequiredService<SqliteBus>())
            .AddSingleton<IBusStatus>(provider => provider.GetRequiredService<SqliteBus>())
            .AddSingleton(provider => new SqliteTables(provider.GetRequiredService<DataFolder>()))
            .AddSingleton<IScheduledMessages>(provider => provider.GetRequiredService<SqliteBus>())
            .AddSingleton<IStorageCompaction, SqliteCompaction>()
            .AddSingleton<ITables>(provider => provider.GetRequiredService<SqliteTables>());
    }
}
