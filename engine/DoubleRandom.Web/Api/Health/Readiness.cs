using System.Globalization;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Telemetry;
using DoubleRandom.Store;
using Npgsql;
using Quartz;

namespace DoubleRandom.Web.Api.Health;

/// <summary>Looks whether the engine does its work: the database answers, the scheduler runs, and no rung waits longer than it may.</summary>
internal sealed class Readiness(NpgsqlDataSource source, ISchedulerFactory schedulers, SweepOptions sweep, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthView> CheckAsync(CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Patience);
        HealthCheckView[] checks = [await SchedulerAsync(limited.Token), .. await DatabaseAsync(limited.Token)];
        return new(checks.All(check => check.IsGood) ? "ready" : "unready", checks);
    }

    private async Task<HealthCheckView> SchedulerAsync(CancellationToken cancel)
    {
        var known = await schedulers.GetAllSchedulers(cancel);
        var runs = known.Count > 0;
        foreach (var scheduler in known)
            runs &= await scheduler.GetStatus(cancel) == SchedulerStatus.Running;
        return new("scheduler", runs, runs ? new("调度已启动", "the scheduler runs") : new("调度尚未启动或已停止", "the scheduler has not started, or has stopped"));
    }

    private async Task<IReadOnlyList<HealthCheckView>> DatabaseAsync(CancellationToken cancel)
    {
        try
        {
            var oldest = await source.ReadAsync(connection => Standing.OldestRungAsync(connection, cancel), cancel);
            return [new("database", true, new("数据库有应答", "the database answers")), Rungs(EngineGauges.Lag(oldest, time.GetUtcNow()))];
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return [new("database", false, new("数据库没有应答", "the database does not answer"))];
        }
    }

    private HealthCheckView Rungs(TimeSpan lag)
    {
        var seconds = lag.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return new("rungs", lag <= sweep.LateAfter, new($"最早未处理的提醒已等待 {seconds} 秒", $"the oldest due rung has waited {seconds} s"));
    }
}
