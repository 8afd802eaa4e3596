using Pipeline.Benchmarks;

return await BenchmarkCommand.RunAsync(args);
