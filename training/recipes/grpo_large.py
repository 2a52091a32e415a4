"""GRPO of a large model on the project's own rewards, one stage of the length budget a run; vLLM samples.

Usage: accelerate launch --config_file training/recipes/zero3.yaml training/recipes/grpo_large.py MODEL OUT CASES...
    --budget 768
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache

from trl import GRPOConfig, GRPOTrainer

from large_model import OPENING, adapters, dataset_of, names_of, stage_options
from reward import WEIGHTS, case_from, reward_parts

Reward = Callable[..., list[float]]


def rewards(conditions: list[str], aliases: dict[str, str], budget: int) -> list[Reward]:
    """One function for each part, so that the trainer logs each; the trainer weighs and adds them."""

    @lru_cache(maxsize=4096)
    def parts(line: str, text: str, tokens: int) -> dict[str, float]:
        case = case_from(json.loads(line), conditions, aliases)
        return reward_parts(case, text.removeprefix(OPENING), tokens, budget)

    def part(name: str) -> Reward:
        def reward(
            completions: list[list[dict[str, str]]],
            completion_ids: list[list[int]],
            line: list[str],
            **_: object,
        ) -> list[float]:
            texts = [messages[0]["content"] for messages in completions]
            lengths = [len(ids) for ids in completion_ids]
            return [parts(*case)[name] for case in zip(line, texts, lengths)]

        reward.__name__ = name
        return reward

    return [part(name) for name in WEIGHTS]


def main() -> None:
    parser = stage_options(rank=32)
    parser.add_argument("--budget", type=int, required=True, help="tokens of a completion at most")
    parser.add_argument("--steps", type=int, default=100)
    given = parser.parse_args()
    conditions, aliases = names_of(given.cases[0])
    trainer = GRPOTrainer(
        model=given.model,
        reward_funcs=rewards(conditions, aliases, given.budget),
        args=GRPOConfig(
            output_dir=str(given.out),
            max_steps=given.steps,
            num_generations=16,
            per_device_train_batch_size=4,
            gradient_accumulation_steps=16,
            gradient_checkpointing=True,
            learning_rate=5e-6,
            lr_scheduler_type="constant_with_warmup",
            warmup_steps=5,
            beta=0.01,
            epsilon=0.2,
            num_iterations=1,
            loss_type="grpo",
            reward_weights=list(WEIGHTS.values()),
            mask_truncated_completions=True,
            max_completion_length=given.budget,
            temperature=1.0,
            use_vllm=True,
            vllm_mode="colocate",
            vllm_tensor_parallel_size=4,
            vllm_gpu_memory_utilization=0.3,
            bf16=True,
            logging_steps=1,
            save_steps=25,
            seed=1,
            model_init_kwargs={"torch_dtype": "bfloat16"},
        ),
        train_dataset=dataset_of(given.cases).remove_columns("completion"),
        peft_config=adapters(given.rank),
    )
    trainer.train()
    trainer.save_model()


if __name__ == "__main__":
    main()
