"""The training stages: what each starts from, reads, and does to the learning rate."""

from __future__ import annotations

from dataclasses import dataclass

WARM_UP_STEPS = 60


@dataclass(frozen=True)
class Stage:
    """`shards` is a folder within WORK/shards, `rate` a share of the full learning rates."""

    name: str
    shards: str
    rate: float
    decays: bool
    style: str | None = None
    """The only style of cases that it reads; the hybrid branch, as OctoThinker's, mixes all."""
    continues: str | None = None
    """The stage whose checkpoint, optimiser included, it goes on from."""

    @property
    def warms_up(self) -> bool:
        """A stage that begins without the optimiser's state raises its rate slowly."""
        return self.continues is None

    def rate_at(self, step: int, progress: float) -> float:
        """Share of the full rates: constant in the stable phase, else linear to 0 at `progress` 1.

        Stable, then decay: OctoThinker (arXiv 2506.20512), after MiniCPM (arXiv 2404.06395).
        """
        warm = min(1.0, (step + 1) / WARM_UP_STEPS) if self.warms_up else 1.0
        return self.rate * warm * (max(0.0, 1 - progress) if self.decays else 1.0)


STABLE = Stage("mid-train", shards="mid-train", rate=1.0, decays=False)

STAGES = {
    stage.name: stage
    for stage in (
        STABLE,
        *(
            Stage(
                f"decay-{style}",
                shards="mid-train",
                rate=1.0,
                decays=True,
                style=None if style == "hybrid" else style,
                continues=STABLE.name,
            )
            for style in ("short", "long", "hybrid")
        ),
        Stage("sft", shards="sft", rate=0.3, decays=True),
    )
}
